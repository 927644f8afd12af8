export const address = process.env.CONTENTAPI_URL;

/** Makes the name of an operation one that no server has seen. */
export const unseen = `At${Date.now()}`;

const send = globalThis.fetch;
let requests = [];

// Clients call the fetch that they find, as in a browser.
globalThis.fetch = async (url, init = {}) => {
  const response = await send(url, init);
  const { searchParams } = new URL(url);
  const sent = init.body ? JSON.parse(init.body) : Object.fromEntries(searchParams);
  const extensions = typeof sent.extensions === 'string' ? JSON.parse(sent.extensions) : sent.extensions;
  requests.push({
    method: init.method ?? 'GET',
    hash: extensions?.persistedQuery?.sha256Hash,
    query: sent.query,
    variables: sent.variables,
    headers: new Headers(init.headers),
    status: response.status,
    answer: await response.clone().json(),
  });
  return response;
};

/** The requests since the last call. */
export function takeRequests() {
  const taken = requests;
  requests = [];
  return taken;
}

/** What the API says without any client. */
export async function ask(query, variables) {
  const response = await send(address, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  return response.json();
}

/** The ids of all articles in the order of the API. */
export async function allArticleIds() {
  const ids = [];
  let after = null;
  do {
    const { data } = await ask('query ($after: String) { articles(first: 50, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } } }', { after });
    ids.push(...data.articles.nodes.map(({ id }) => id));
    after = data.articles.pageInfo.hasNextPage ? data.articles.pageInfo.endCursor : null;
  } while (after);
  return ids;
}

/** Asks as a browser does before a page of another site may send such a request; gives what is not allowed. */
export async function refusedByPreflight({ method, headers }) {
  const names = [...headers.keys()].filter((name) => name !== 'accept').sort();
  const response = await send(address, {
    method: 'OPTIONS',
    headers: { Origin: 'https://example.org', 'Access-Control-Request-Method': method, 'Access-Control-Request-Headers': names.join(',') },
  });
  const allowed = (header) => (response.headers.get(header) ?? '').toLowerCase().split(/\s*,\s*/);
  const methods = ['get', 'head', 'post', ...allowed('access-control-allow-methods')];
  const origin = response.headers.get('access-control-allow-origin');
  return [
    ...(origin === '*' || origin === 'https://example.org' ? [] : ['origin']),
    ...(methods.includes(method.toLowerCase()) ? [] : [method]),
    ...names.filter((name) => !allowed('access-control-allow-headers').includes(name) && !allowed('access-control-allow-headers').includes('*')),
  ];
}
