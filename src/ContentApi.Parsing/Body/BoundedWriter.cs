using System.Globalization;
using System.Text;

namespace ContentApi.Parsing.Body;

/// <summary>Gathers a text of a limited length.</summary>
/// <param name="maxLength">In characters; a longer text is refused with <see cref="BodyLimitException"/>.</param>
/// <param name="capacity">Characters that are likely to come.</param>
internal sealed class BoundedWriter(int maxLength, int capacity) : TextWriter(CultureInfo.InvariantCulture)
{
    private readonly TextBuffer _text = new(capacity);

    public override Encoding Encoding => Encoding.Unicode;

    public override void Write(char value)
    {
        Reserve(1);
        _text.Append(value);
    }

    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    public override void Write(ReadOnlySpan<char> buffer)
    {
        Reserve(buffer.Length);
        _text.Append(buffer);
    }

    public override void Write(string? value) => Write(value.AsSpan());

    public override string ToString() => _text.ToString();

    protected override void Dispose(bool disposing)
    {
        _text.Dispose();
        base.Dispose(disposing);
    }

    private void Reserve(int count)
    {
        if (_text.Length > maxLength - count)
            throw new BodyLimitException("the Markdown becomes too much HTML");
    }
}
