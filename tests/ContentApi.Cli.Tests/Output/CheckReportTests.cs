using ContentApi.Cli.Doctor;
using ContentApi.Cli.Output;

namespace ContentApi.Cli.Tests.Output;

public sealed class CheckReportTests
{
    private static readonly CheckGroup Machine = new(
        "This machine",
        [
            new Check(CheckMark.Good, "port 8080", "free"),
            new Check(CheckMark.Fault, "data", "a folder of a long name, /srv/somewhere/far/down/below/everything/else, cannot be used", "Choose another one, which this user may write to, with the option --data."),
        ]);

    [Fact]
    public void A_file_gets_one_line_for_each_check() => Assert.Equal(
        """
        This machine
            ok  port 8080     free
          FAIL  data          a folder of a long name, /srv/somewhere/far/down/below/everything/else, cannot be used
                              Choose another one, which this user may write to, with the option --data.

        1 check failed.

        """,
        Write(width: null));

    [Fact]
    public void A_terminal_gets_lines_of_its_width_under_each_other() => Assert.Equal(
        """
        This machine
            ok  port 8080     free
          FAIL  data          a folder of a long name,
                              /srv/somewhere/far/down/below/everything/else, cannot be
                              used
                              Choose another one, which this user may write to, with
                              the option --data.

        1 check failed.

        """,
        Write(width: 80));

    private static string Write(int? width)
    {
        using var output = new StringWriter();
        new CheckReport(Terminal.Plain(output), width).Write([Machine]);
        return output.ToString();
    }
}
