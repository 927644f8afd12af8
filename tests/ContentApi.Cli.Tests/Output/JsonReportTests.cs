using System.Text.Json.Nodes;
using ContentApi.Cli.Output;
using ContentApi.Parsing.Diagnostics;

namespace ContentApi.Cli.Tests.Output;

public sealed class JsonReportTests
{
    private const string Blog = """
        {
          "source": "blog",
          "dialect": "hexo",
          "created": 1,
          "updated": 2,
          "unchanged": 3,
          "removed": 4,
          "renamed": 5,
          "failed": 6,
          "skipped": 7,
          "contentVersion": 8,
          "elapsedMs": 1234,
          "files": 2400,
          "gone": 0,
          "diagnostics": [
            {
              "code": "UNREADABLE_DATE",
              "severity": "warning",
              "path": "随笔/a.md",
              "line": 3,
              "column": 7,
              "message": "'2017-02-30' is <b>no</b> date",
              "hint": null
            }
          ]
        }
        """;

    private static readonly Diagnostic Finding = new("UNREADABLE_DATE", DiagnosticSeverity.Warning, "随笔/a.md", 3, 7, "'2017-02-30' is <b>no</b> date");

    [Fact]
    public void One_folder_is_an_object() => Assert.Equal(Blog, JsonReport.Of(ReportShape.Of(Reports.Of(Finding))));

    [Fact]
    public void Several_folders_are_an_array()
    {
        var indented = Blog.Replace("\n", "\n  ", StringComparison.Ordinal);

        Assert.Equal($"[\n  {indented},\n  {indented}\n]", JsonReport.Of([ReportShape.Of(Reports.Of(Finding)), ReportShape.Of(Reports.Of(Finding))]));
    }

    [Fact]
    public void A_line_is_the_same_object()
    {
        var line = JsonReport.LineOf(Reports.Of(Finding));

        Assert.DoesNotContain('\n', line);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(Blog), JsonNode.Parse(line)));
    }

    [Fact]
    public void Folders_that_were_all_refused_are_an_empty_array() => Assert.Equal("[]", JsonReport.Of([]));
}
