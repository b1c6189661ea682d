import { Information } from '../../parts/information/information.tsx';
import { Interior } from '../../parts/interior.tsx';

export function CcmailInformationPage() {
  return (
    <Interior page="ccmail-information">
      <Information
        lines={[
          'wizard.ccmail-information.taken',
          'wizard.ccmail-information.not-taken',
          'wizard.ccmail-information.alone',
          'wizard.ccmail-information.programs',
        ]}
      />
    </Interior>
  );
}
