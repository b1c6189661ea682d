import type { ComponentType } from 'react';
import type { PageId } from '../../shared/wizard/model.ts';
import { AccountAssociationPage } from './pages/account-association/page.tsx';
import { AccountMigrationPage } from './pages/account-migration/page.tsx';
import { CcmailInformationPage } from './pages/ccmail-information/page.tsx';
import { CcmailMethodPage } from './pages/ccmail-method/page.tsx';
import { CcmailOptionsPage } from './pages/ccmail-options/page.tsx';
import { CcmailPostOfficePage } from './pages/ccmail-post-office/page.tsx';
import { CompletingPage } from './pages/completing/page.tsx';
import { ContainerPage } from './pages/container/page.tsx';
import { DestinationServerPage } from './pages/destination-server/page.tsx';
import { ExchangeInformationPage } from './pages/exchange-information/page.tsx';
import { FilesInformationPage } from './pages/files-information/page.tsx';
import { FilesSetPage } from './pages/files-set/page.tsx';
import { MigrationDestinationPage } from './pages/migration-destination/page.tsx';
import { MigrationInformationPage } from './pages/migration-information/page.tsx';
import { MigrationTypePage } from './pages/migration-type/page.tsx';
import { NtAccountsPage } from './pages/nt-accounts/page.tsx';
import { PrerequisitesPage } from './pages/prerequisites/page.tsx';
import { ProgressPage } from './pages/progress/page.tsx';
import { PublicFoldersPage } from './pages/public-folders/page.tsx';
import { SourceServerPage } from './pages/source-server/page.tsx';
import { WelcomePage } from './pages/welcome/page.tsx';
import type { PageProps } from './pages/page-props.ts';

/** The component of every page of the model. */
export const PAGE_TABLE: Readonly<Record<PageId, ComponentType<PageProps>>> = {
  welcome: WelcomePage,
  'migration-type': MigrationTypePage,
  'exchange-information': ExchangeInformationPage,
  'migration-destination': MigrationDestinationPage,
  'source-server': SourceServerPage,
  'migration-information': MigrationInformationPage,
  'account-migration': AccountMigrationPage,
  container: ContainerPage,
  'ccmail-information': CcmailInformationPage,
  'ccmail-post-office': CcmailPostOfficePage,
  'ccmail-method': CcmailMethodPage,
  'files-information': FilesInformationPage,
  'files-set': FilesSetPage,
  'ccmail-options': CcmailOptionsPage,
  'destination-server': DestinationServerPage,
  'nt-accounts': NtAccountsPage,
  'public-folders': PublicFoldersPage,
  'account-association': AccountAssociationPage,
  prerequisites: PrerequisitesPage,
  progress: ProgressPage,
  completing: CompletingPage,
};
