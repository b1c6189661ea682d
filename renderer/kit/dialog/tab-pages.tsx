import type { ReactNode } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components/Tabs';
import './tab-pages.css';

export interface SheetTab {
  readonly id: string;
  readonly title: string;
  readonly content: ReactNode;
}

interface TabPagesProps {
  readonly label: string;
  readonly tabs: readonly SheetTab[];
  /** The tab that is open at first; else the first one. */
  readonly initial?: string | undefined;
}

/** Pages behind tabs, as in a property sheet; arrows go from tab to tab. */
export function TabPages({ label, tabs, initial }: TabPagesProps) {
  return (
    <Tabs className="sheet-tabs" {...(initial === undefined ? {} : { defaultSelectedKey: initial })}>
      <TabList className="sheet-tab-list" aria-label={label}>
        {tabs.map((tab) => (
          <Tab key={tab.id} id={tab.id} className="sheet-tab">
            {tab.title}
          </Tab>
        ))}
      </TabList>
      {tabs.map((tab) => (
        <TabPanel key={tab.id} id={tab.id} className="sheet-panel">
          {tab.content}
        </TabPanel>
      ))}
    </Tabs>
  );
}
