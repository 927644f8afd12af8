using ContentApi.Parsing.Diagnostics;
using ContentApi.TestSupport;

namespace ContentApi.Parsing.Tests;

public sealed class CorpusTests
{
    public static TheoryData<Dialect> Dialects => new(Enum.GetValues<Dialect>());

    [Theory]
    [MemberData(nameof(Dialects))]
    public void Every_real_file_is_read_or_rejected_with_an_error_that_says_why(Dialect dialect)
    {
        var parser = new ArticleParser(new ParseOptions { Dialect = dialect });
        var files = Directory.GetFiles(RepositoryFiles.Corpus, "*", SearchOption.AllDirectories);

        Assert.True(files.Length > 300, "the corpus lies beside the repository");
        Assert.All(files, file =>
        {
            var result = parser.Parse(Path.GetRelativePath(RepositoryFiles.Corpus, file).Replace('\\', '/'), File.ReadAllBytes(file));
            Assert.DoesNotContain(result.Diagnostics, d => d.Code == DiagnosticCode.ParserFault);
            Assert.Equal(result.Article is null, result.Diagnostics.Any(d => d.Severity == DiagnosticSeverity.Error));
            if (result.Article is { } article)
                ArticleChecks.IsConsistent(article);
        });
    }

    [Fact]
    public void No_real_file_is_rejected()
    {
        var parser = new ArticleParser(new ParseOptions { Dialect = Dialect.Generic });
        var errors = Directory.EnumerateFiles(RepositoryFiles.Corpus, "*", SearchOption.AllDirectories)
            .SelectMany(file => parser.Parse(Path.GetFileName(file), File.ReadAllBytes(file)).Diagnostics)
            .Where(d => d.Severity == DiagnosticSeverity.Error);

        Assert.Equal([], errors.Select(d => $"{d.Path} {d.Code} {d.Message}"));
    }
}
