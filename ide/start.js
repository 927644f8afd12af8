// Starts GraphiQL. The attributes of the script element name the files, for their names hold hashes.
const { icon, editorWorker, graphqlWorker, jsonWorker } = document.currentScript.dataset;
const workers = { editorWorkerService: editorWorker, graphql: graphqlWorker, json: jsonWorker };
globalThis.MonacoEnvironment = { globalAPI: false, getWorkerUrl: (_, label) => workers[label] };

const defaultQuery = `# The newest articles. Ctrl-Enter runs the query, Ctrl-Space proposes fields,
# and the book on the left explains every type.
query Newest {
  site {
    articleCount
  }
  articles(first: 5) {
    totalCount
    nodes {
      title
      path
      publishedAt
      authors {
        name
      }
      categories {
        name
      }
    }
  }
}
`;

YogaGraphiQL.renderYogaGraphiQL(document.getElementById('root'), {
  title: 'ContentApi',
  logo: `<img src="${icon}" alt="" width="28" height="28">`,
  defaultQuery,
});
