using System.Globalization;

namespace ContentApi.Parsing.FrontMatter;

/// <summary>A place in a date text, and what stands there.</summary>
internal sealed class DateCursor(string text)
{
    /// <summary>Index of the next character.</summary>
    public int At { get; set; }

    /// <summary>The characters from the cursor on.</summary>
    public ReadOnlySpan<char> Rest => text.AsSpan(At);

    /// <summary>The next character; NUL at the end.</summary>
    public char Peek() => At < text.Length ? text[At] : '\0';

    /// <summary>The ASCII letters that come next; empty when there are none.</summary>
    public ReadOnlySpan<char> PeekWord()
    {
        var length = Rest.IndexOfAnyExcept(DateNames.Letters);
        return length < 0 ? Rest : Rest[..length];
    }

    /// <summary>Steps over one of these characters; false when another one comes next.</summary>
    public bool Take(params ReadOnlySpan<char> expected)
    {
        if (At >= text.Length || !expected.Contains(text[At]))
            return false;
        At++;
        return true;
    }

    /// <summary>Steps over a text, compared without case; false when another one comes next.</summary>
    public bool TakeText(string expected)
    {
        if (!Rest.StartsWith(expected, StringComparison.OrdinalIgnoreCase))
            return false;
        At += expected.Length;
        return true;
    }

    /// <summary>What stands in the round or square brackets that come next, which are stepped over; null when there are none, or none that close.</summary>
    public string? TakeBracket()
    {
        var end = Peek() == '(' ? Rest.IndexOf(')') : Peek() == '[' ? Rest.IndexOf(']') : -1;
        if (end < 0)
            return null;
        var inner = Rest[1..end].ToString();
        At += end + 1;
        return inner;
    }

    /// <summary>Steps over the name of a day of the week, also in brackets, with the blanks and commas before it.</summary>
    public void SkipWeekday()
    {
        var start = At;
        SkipAny(" ,");
        var inner = Peek() == '(' ? TakeBracket() : null;
        var length = DateNames.WeekdayLength(inner ?? Rest);
        if (length == 0 || (inner is not null && length != inner.Length))
            At = start;
        else if (inner is null)
            At += length;
    }

    public void SkipSpaces() => SkipAny(" ");

    public void SkipAny(string characters)
    {
        while (At < text.Length && characters.Contains(text[At]))
            At++;
    }

    /// <summary>The number that comes next, when it has so many digits; else null, and the cursor stays.</summary>
    public int? ReadNumber(int min, int max)
    {
        var length = Rest.IndexOfAnyExceptInRange('0', '9');
        if (length < 0)
            length = Rest.Length;
        if (length < min || length > max)
            return null;
        var number = int.Parse(Rest[..length], CultureInfo.InvariantCulture);
        At += length;
        return number;
    }
}
