namespace ContentApi.Parsing.FrontMatter;

/// <summary>The numbers of a date as written, not yet checked.</summary>
internal sealed record DateParts
{
    /// <summary>Null while a text that writes it last is read.</summary>
    public int? Year { get; init; }

    public int Month { get; init; }

    public int Day { get; init; }

    public int Hour { get; init; }

    public int Minute { get; init; }

    public int Second { get; init; }

    /// <summary>Fraction of the second in 100 ns, cut to whole microseconds, the finest a database stores.</summary>
    public long Ticks { get; init; }

    /// <summary>Offset from UTC; null when the text has none.</summary>
    public TimeSpan? Offset { get; init; }

    /// <summary>IANA name of the zone; null when the text has none.</summary>
    public string? ZoneId { get; init; }

    /// <summary>True when the text has an offset or the name of a zone.</summary>
    public bool HasZone => Offset is not null || ZoneId is not null;

    /// <summary>True when the text has a time.</summary>
    public bool HasTime { get; init; }

    /// <summary>True when the year is written with two digits.</summary>
    public bool IsShortYear { get; init; }

    /// <summary>True when month and day are two numbers before the year, in an order the text does not tell.</summary>
    public bool IsNumericPair { get; init; }
}
