import type { TypedDocumentString } from './generated/operations.js';

/** Sends a generated document; the types of the variables and of the answer are those of the operation. */
export async function request<Data, Variables>(url: string, document: TypedDocumentString<Data, Variables>, variables: Variables): Promise<Data> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: 'application/graphql-response+json' },
    body: JSON.stringify({ query: document.toString(), variables }),
  });
  const answer = (await response.json()) as { data?: Data; errors?: { message: string }[] };
  if (!answer.data || answer.errors) {
    throw new Error(answer.errors?.map(({ message }) => message).join('\n') ?? `${url} gave ${response.status}`);
  }
  return answer.data;
}
