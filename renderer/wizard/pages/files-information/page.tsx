import { Information } from '../../parts/information/information.tsx';
import { Interior } from '../../parts/interior.tsx';

export function FilesInformationPage() {
  return (
    <Interior page="files-information">
      <Information
        lines={[
          'wizard.files-information.set',
          'wizard.files-information.mailboxes',
          'wizard.files-information.recovery',
        ]}
      />
    </Interior>
  );
}
