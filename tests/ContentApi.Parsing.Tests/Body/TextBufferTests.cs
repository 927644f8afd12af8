using ContentApi.Parsing.Body;
using CsCheck;

namespace ContentApi.Parsing.Tests.Body;

public sealed class TextBufferTests
{
    [Fact]
    public void A_buffer_holds_all_that_was_appended_in_order() => Gen.Select(Gen.Int[0, 40], Gen.String[0, 60].Array[0, 30]).Sample((capacity, pieces) =>
    {
        using var buffer = new TextBuffer(capacity);
        foreach (var piece in pieces)
        {
            buffer.Append(piece);
            foreach (var character in piece)
                buffer.Append(character);
        }

        var expected = string.Concat(pieces.Select(piece => piece + piece));
        Assert.Equal(expected, buffer.ToString());
        Assert.Equal(expected.Length, buffer.Length);
    });

    [Fact]
    public void A_buffer_after_a_long_text_begins_empty()
    {
        using (var first = new TextBuffer(16))
            first.Append(new string('x', 3_000_000));
        using var second = new TextBuffer(16);
        second.Append('y');
        Assert.Equal("y", second.ToString());
    }
}
