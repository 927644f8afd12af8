using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ContentApi.GraphQL;
using ContentApi.Server.Errors;
using ContentApi.Server.Live;

namespace ContentApi.Server.FirstPage;

/// <summary>Reads what the page shows, with operations of the graph as any front end would: one for everyone, and one more for editors.</summary>
internal sealed class FirstPageReader(LiveExecutor executor)
{
    /// <summary>The operation. Its answer is the page's, so that whoever opens it in the IDE sees where everything comes from.</summary>
    public const string Operation = """
        query FirstPage($timeZone: TimeZone!) {
          site {
            title
            defaultLocale
            locales
            timeZone
            contentVersion
            updatedAt
          }
          articles(first: 6) {
            totalCount
            nodes {
              title
              path
              excerpt(maxLength: 110)
              locale
              publishedAt
              cover { origin url alt }
              primaryCategory { name }
              authors {
                name
                avatar { origin url alt }
              }
            }
          }
          pages: articles(first: 0, where: { kind: { eq: PAGE } }) { totalCount }
          categoryTree { name path depth articleCount }
          categories(first: 0) { totalCount }
          tags(first: 1, order: { articleCount: DESC }) {
            totalCount
            nodes { name slug }
          }
          authors(first: 1, order: { articleCount: DESC }) {
            totalCount
            nodes { name slug }
          }
          images(first: 0) { totalCount }
          archive(by: MONTH, timeZone: $timeZone) { year month count }
        }
        """;

    private const string ImportsOperation = """
        query LastImports {
          imports(first: 50) {
            totalCount
            nodes { source startedAt finishedAt version created updated unchanged renamed removed skipped failed }
          }
          errors: diagnostics(first: 20, where: { severity: ERROR }) { ...Findings }
          warnings: diagnostics(first: 20, where: { severity: WARNING }) { ...Findings }
          notes: diagnostics(first: 20, where: { severity: INFO }) { ...Findings }
          everything: articles(first: 0, preview: true, where: { kind: { in: [ARTICLE, PAGE] } }) { totalCount }
        }

        fragment Findings on DiagnosticsConnection {
          totalCount
          nodes { source severity code path line column message snippet hint }
        }
        """;

    // Local images come as addresses relative to the page, which are right behind every proxy. Not even an editor's page
    // shows what is not public.
    private static readonly RequestContext Anyone = new() { PublicBaseUrl = "." };

    // Months begin and end in the zone of the site, which the answer names.
    private volatile string _timeZone = "UTC";

    /// <summary>Runs the operation; twice when the site's time zone is another than the last time.</summary>
    /// <exception cref="ProblemException">The database is away or too slow.</exception>
    public async Task<FirstPageAnswer> ReadAsync(CancellationToken cancellationToken)
    {
        var answer = await TryReadAsync(_timeZone, cancellationToken)
            ?? throw new ProblemException(Problem.TooSlow);
        if (answer.Site.TimeZone == _timeZone)
            return answer;

        // PostgreSQL's list of zones may be older than that of the importer's machine.
        if (await TryReadAsync(answer.Site.TimeZone, cancellationToken) is not { } local)
            return answer;
        _timeZone = answer.Site.TimeZone;
        return local;
    }

    /// <summary>Reads what only editors may see.</summary>
    /// <returns>Null when the database takes too long.</returns>
    /// <exception cref="ProblemException">The database is away.</exception>
    public Task<ImportsAnswer?> TryReadImportsAsync(CancellationToken cancellationToken) =>
        TryReadAsync(new GraphQLRequest { Query = ImportsOperation }, Anyone with { IsEditor = true }, FirstPageJson.Default.FirstPageResponseImportsAnswer, cancellationToken);

    private Task<FirstPageAnswer?> TryReadAsync(string timeZone, CancellationToken cancellationToken)
    {
        var variables = JsonSerializer.SerializeToElement(new Dictionary<string, string> { ["timeZone"] = timeZone });
        return TryReadAsync(new GraphQLRequest { Query = Operation, Variables = variables }, Anyone, FirstPageJson.Default.FirstPageResponseFirstPageAnswer, cancellationToken);
    }

    // Null when the operation failed.
    private async Task<TData?> TryReadAsync<TData>(GraphQLRequest request, RequestContext caller, JsonTypeInfo<FirstPageResponse<TData>> type, CancellationToken cancellationToken)
        where TData : class
    {
        var response = await executor.ExecuteAsync(request, caller, cancellationToken);
        if (response.Outcome == GraphQLOutcome.Unavailable)
            throw new ProblemException(Problem.Unavailable);
        return JsonSerializer.Deserialize(response.Body.Span, type)?.Data;
    }
}
