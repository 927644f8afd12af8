import { readdirSync, readFileSync } from 'node:fs';

const folder = new URL('../../../schema/operations/', import.meta.url);

/** The operations of schema/operations that everybody may run. */
export const documents = readdirSync(folder)
  .filter((file) => !['last-import.graphql', 'preview-drafts.graphql'].includes(file))
  .map((file) => ({ name: file, text: readFileSync(new URL(file, folder), 'utf8') }));
