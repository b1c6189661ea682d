; The two ways into the wizard, in the start menu beside the program itself.
!macro customInstall
  CreateShortCut "$SMPROGRAMS\Migration Wizard.lnk" "$INSTDIR\${APP_EXECUTABLE_FILENAME}" "--wizard"
  CreateShortCut "$SMPROGRAMS\Migration Wizard (clone mode).lnk" "$INSTDIR\${APP_EXECUTABLE_FILENAME}" "--m"
!macroend

!macro customUnInstall
  Delete "$SMPROGRAMS\Migration Wizard.lnk"
  Delete "$SMPROGRAMS\Migration Wizard (clone mode).lnk"
!macroend
