import type { ComponentType } from 'react';
import type { PageId } from '../../shared/wizard/model.ts';
import { AccountAssociationPage } from './pages/account-association/page.tsx';
import { AccountMigrationPage } from './pages/account-migration/page.tsx';
import { CompletingPage } from './pages/completing/page.tsx';
import { ContainerPage } from './pages/container/page.tsx';
import { ExchangeInformationPage } from './pages/exchange-information/page.tsx';
import { ImportPlaceholder } from './pages/import-placeholder.tsx';
import { MigrationDestinationPage } from './pages/migration-destination/page.tsx';
import { MigrationInformationPage } from './pages/migration-information/page.tsx';
import { MigrationTypePage } from './pages/migration-type/page.tsx';
import type { PageProps } from './pages/page-props.ts';
import { PrerequisitesPage } from './pages/prerequisites/page.tsx';
import { ProgressPage } from './pages/progress/page.tsx';
import { SourceServerPage } from './pages/source-server/page.tsx';
import { WelcomePage } from './pages/welcome/page.tsx';

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
  'ccmail-information': ImportPlaceholder,
  'ccmail-post-office': ImportPlaceholder,
  'ccmail-method': ImportPlaceholder,
  'files-information': ImportPlaceholder,
  'files-set': ImportPlaceholder,
  'ccmail-options': ImportPlaceholder,
  'destination-server': ImportPlaceholder,
  'nt-accounts': ImportPlaceholder,
  'public-folders': ImportPlaceholder,
  'account-association': AccountAssociationPage,
  prerequisites: PrerequisitesPage,
  progress: ProgressPage,
  completing: CompletingPage,
};
