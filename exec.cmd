@rem npm runs its scripts with cmd on Windows; elsewhere "exec" is the shell's own, and lets signals reach the program itself.
@%*
