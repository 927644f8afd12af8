using ContentApi.Data;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace ContentApi.Benchmarks.Queries.Contenders.Projections;

/// <summary>EF Core: LINQ that projects to what is written, from pooled contexts that track nothing.</summary>
/// <param name="dataSource">Shared by all contenders.</param>
internal sealed class ProjectionContender(NpgsqlDataSource dataSource) : IContender
{
    private readonly IDbContextFactory<ContentDbContext> _contexts = ContentContexts.Over(dataSource);

    /// <inheritdoc/>
    public string Name => "EF Core projections";

    /// <inheritdoc/>
    public async Task<ReadOnlyMemory<byte>> AnswerAsync(QuestionKind kind, Request request)
    {
        await using var context = await _contexts.CreateDbContextAsync();
        var now = TimeProvider.System.GetUtcNow();
        return kind switch
        {
            QuestionKind.Newest => JsonAnswer.Write(await ListProjections.NewestAsync(context, now)),
            QuestionKind.ByPath => JsonAnswer.Write(await ArticleProjections.ByPathAsync(context, now, request.Path)),
            QuestionKind.Filtered => JsonAnswer.Write(await ListProjections.FilteredAsync(context, now, request)),
            QuestionKind.Tree => JsonAnswer.Write(await TreeProjection.TreeAsync(context, now)),
            _ => JsonAnswer.Write(await ArticleProjections.TitleAsync(context, now, request.Id)),
        };
    }
}
