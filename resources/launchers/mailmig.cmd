@echo off
rem Starts the installed program without a window; its exit code is the program's own.
"%~dp0Migration Wizard Lab.exe" --disable-gpu --log-level=3 --run=mailmig -- %*
exit /b %errorlevel%
