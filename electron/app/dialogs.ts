import path from 'node:path';
import { type BrowserWindow, type OpenDialogOptions, dialog } from 'electron';
import type { Dialogs } from '../ipc/shell.ts';

const LABS = [{ name: 'Labs', extensions: ['mwlab'] }];
const MAIL = [
  { name: 'Mail', extensions: ['pst', 'ost', 'mbox', 'eml'] },
  { name: 'All files', extensions: ['*'] },
];

/** The system's own dialogs, over the window that asked; each begins in the folder last chosen from. */
export function createDialogs(
  firstFolder: string,
  byId: (windowId: number) => BrowserWindow | null,
): Dialogs {
  let folder = firstFolder;

  const choose = async (windowId: number, options: OpenDialogOptions): Promise<readonly string[]> => {
    const window = byId(windowId);
    const withFolder = { ...options, defaultPath: folder };
    const { filePaths } = await (window === null
      ? dialog.showOpenDialog(withFolder)
      : dialog.showOpenDialog(window, withFolder));
    if (filePaths[0] !== undefined) folder = path.dirname(filePaths[0]);
    return filePaths;
  };

  const save = async (
    windowId: number,
    title: string,
    suggestedName: string,
    filter: { readonly name: string; readonly ending: string },
  ): Promise<string | null> => {
    const window = byId(windowId);
    const options = {
      title,
      defaultPath: path.join(folder, `${suggestedName}.${filter.ending}`),
      filters: [{ name: filter.name, extensions: [filter.ending] }],
    };
    const { filePath } = await (window === null
      ? dialog.showSaveDialog(options)
      : dialog.showSaveDialog(window, options));
    if (!filePath) return null;
    folder = path.dirname(filePath);
    return filePath.toLowerCase().endsWith(`.${filter.ending}`) ? filePath : `${filePath}.${filter.ending}`;
  };

  return {
    chooseExport: (windowId, suggestedName, format) =>
      save(windowId, 'Export comparison', suggestedName, {
        name: format === 'html' ? 'Web page' : 'Table (CSV)',
        ending: format,
      }),
    chooseLabToOpen: async (windowId) => {
      const files = await choose(windowId, { title: 'Open lab', filters: LABS, properties: ['openFile'] });
      return files[0] ?? null;
    },
    chooseLabToMake: (windowId, suggestedName) =>
      save(windowId, 'New lab', suggestedName, { name: 'Labs', ending: 'mwlab' }),
    chooseMail: (windowId, folders) =>
      choose(
        windowId,
        folders
          ? { title: 'Import a folder of mail', properties: ['openDirectory'] }
          : { title: 'Import mail', filters: MAIL, properties: ['openFile', 'multiSelections'] },
      ),
  };
}
