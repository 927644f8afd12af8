// Starts GraphiQL once its script, which comes next in the page, has run. The attributes of this script element name the
// files, for their names hold hashes.
const { icon, editorWorker, graphqlWorker, jsonWorker } = document.currentScript.dataset;
const workers = { editorWorkerService: editorWorker, graphql: graphqlWorker, json: jsonWorker };
globalThis.MonacoEnvironment = { globalAPI: true, getWorkerUrl: (_, label) => workers[label] };

const defaultQuery = `# The newest articles: Ctrl-Enter runs the query,
# Ctrl-Space proposes fields, and the book on the
# left explains every type.
query Newest {
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

document.addEventListener('DOMContentLoaded', () => {
  // The editor's warning about letters that look like others puts a box around every comma of a Chinese text.
  monaco.editor.onDidCreateEditor((editor) => editor.updateOptions({ unicodeHighlight: { ambiguousCharacters: false } }));
  YogaGraphiQL.renderYogaGraphiQL(document.getElementById('root'), {
    title: 'ContentApi',
    logo: `<a href="./" title="First page" style="display: flex"><img src="${icon}" alt="First page" width="28" height="28"></a>`,
    defaultQuery,
  });
});
