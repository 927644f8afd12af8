using ContentApi.Cli.Output;

namespace ContentApi.Cli.Tests.Output;

public sealed class TerminalTests
{
    [Theory]
    [InlineData(120, 120)]
    [InlineData(40, 40)]
    [InlineData(1, 40)]
    [InlineData(0, null)]
    [InlineData(-1, null)]
    public void A_width_that_makes_no_sense_is_not_believed(int said, int? believed) => Assert.Equal(believed, Terminal.WidthOf(said));

    [Theory]
    [InlineData(120, true)]
    [InlineData(40, true)]
    [InlineData(3, false)]
    [InlineData(0, true)]
    public void A_bar_is_drawn_where_it_has_room(int columns, bool hasRoom) => Assert.Equal(hasRoom, Terminal.HasRoom(columns));
}
