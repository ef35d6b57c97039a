import { t } from '../strings/strings.ts';
import { toast } from './toasts.ts';

/** What is loaded when somebody asks for it, which may fail without a network. */
export async function openLater<Module>(load: Promise<Module>, open: (module: Module) => void): Promise<void> {
  try {
    open(await load);
  } catch {
    toast(t('shell.pageFailed'));
  }
}
