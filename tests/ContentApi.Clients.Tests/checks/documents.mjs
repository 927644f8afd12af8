import { readdirSync, readFileSync } from 'node:fs';

const folder = new URL('../../../samples/queries/', import.meta.url);

/** The operations of samples/queries that everybody may run. */
export const documents = readdirSync(folder)
  .filter((file) => !['last-import.graphql', 'preview-drafts.graphql'].includes(file))
  .map((file) => ({ name: file, text: readFileSync(new URL(file, folder), 'utf8') }));
