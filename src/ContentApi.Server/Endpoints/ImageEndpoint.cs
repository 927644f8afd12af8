using ContentApi.Data;
using ContentApi.Data.Rows;
using ContentApi.Server.Errors;
using ContentApi.Server.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using Npgsql;

namespace ContentApi.Server.Endpoints;

/// <summary><c>/images/{id}/{name}</c>: the original files of local images. The id alone finds the image; the name is for people.</summary>
internal sealed class ImageEndpoint(NpgsqlDataSource database, TimeProvider clock)
{
    // An image is public as long as a public article uses it, or names it as the portrait of an author (contract C2).
    private static readonly string Sql = BuildSql();

    public async Task GetAsync(string id, HttpContext http)
    {
        if (!Guid.TryParseExact(id, "N", out var key)
            || await FindAsync(key, http.RequestAborted) is not { } image
            || ContainedFile.Open(image.Root, image.FilePath) is not { } file)
        {
            throw new ProblemException(Problem.NotFound);
        }

        var changed = new DateTimeOffset(File.GetLastWriteTimeUtc(file.SafeFileHandle));
        var headers = http.Response.Headers;
        headers.CacheControl = "public, max-age=0, must-revalidate";

        // An SVG opened by itself is a document of this origin: no script, no plug-in, nothing from elsewhere.
        headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; sandbox";
        var tag = new EntityTagHeaderValue($"\"{changed.Ticks:x}-{file.Length:x}\"");
        await TypedResults.Stream(file, image.MediaType, lastModified: changed, entityTag: tag, enableRangeProcessing: true).ExecuteAsync(http);
        if (http.Response.StatusCode == StatusCodes.Status416RangeNotSatisfiable)
        {
            await Problem.RangeNotSatisfiable.ExecuteAsync(http);
        }
    }

    private async Task<StoredImage?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Sql);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = id });
        command.Parameters.Add(new NpgsqlParameter<DateTimeOffset> { TypedValue = clock.GetUtcNow() });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken)
            ? new StoredImage(reader.GetString(0), reader.GetString(1), await reader.IsDBNullAsync(2, cancellationToken) ? null : reader.GetString(2))
            : null;
    }

    private static string BuildSql()
    {
        var image = TableMap.Of<ImageRow>();
        var source = TableMap.Of<SourceRow>();
        var use = TableMap.Of<ArticleImageRow>();
        var wrote = TableMap.Of<ArticleAuthorRow>();
        return $"""
            select s.{source.Column(x => x.Root)}, i.{image.Column(x => x.FilePath)}, i.{image.Column(x => x.MimeType)}
            from {image.Name} i join {source.Name} s on s.{source.Column(x => x.Id)} = i.{image.Column(x => x.SourceId)}
            where i.{image.Column(x => x.Id)} = $1 and i.{image.Column(x => x.FilePath)} is not null
              and (exists (
                select from {use.Name} u
                where u.{use.Column(x => x.ImageId)} = i.{image.Column(x => x.Id)} and not u.{use.Column(x => x.Draft)}
                  and u.{use.Column(x => x.PublishedSort)} <= $2 and u.{use.Column(x => x.ExpiresSort)} > $2)
              or exists (
                select from {wrote.Name} w
                where w.{wrote.Column(x => x.AvatarId)} = i.{image.Column(x => x.Id)} and not w.{wrote.Column(x => x.Draft)}
                  and w.{wrote.Column(x => x.PublishedSort)} <= $2 and w.{wrote.Column(x => x.ExpiresSort)} > $2))
            """;
    }

    private sealed record StoredImage(string Root, string FilePath, string? MimeType)
    {
        // Whatever is no image must not be shown by a browser as anything.
        public string MediaType => MimeType is not null && MimeType.StartsWith("image/", StringComparison.Ordinal) ? MimeType : "application/octet-stream";
    }
}
