using System.Globalization;
using System.Text;

namespace ContentApi.Parsing.Body;

/// <summary>Gathers a text of a limited length.</summary>
/// <param name="maxLength">In characters; a longer text is refused with <see cref="BodyLimitException"/>.</param>
/// <param name="capacity">Characters that are likely to come.</param>
internal sealed class BoundedWriter(int maxLength, int capacity) : StringWriter(new StringBuilder(capacity), CultureInfo.InvariantCulture)
{
    public override void Write(char value)
    {
        Reserve(1);
        base.Write(value);
    }

    public override void Write(char[] buffer, int index, int count)
    {
        Reserve(count);
        base.Write(buffer, index, count);
    }

    // A class derived from StringWriter gets the span in a copy otherwise.
    public override void Write(ReadOnlySpan<char> buffer)
    {
        Reserve(buffer.Length);
        GetStringBuilder().Append(buffer);
    }

    public override void Write(string? value)
    {
        Reserve(value?.Length ?? 0);
        base.Write(value);
    }

    private void Reserve(int count)
    {
        if (GetStringBuilder().Length > maxLength - count)
            throw new BodyLimitException("the Markdown becomes too much HTML");
    }
}
