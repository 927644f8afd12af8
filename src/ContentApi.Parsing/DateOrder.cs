namespace ContentApi.Parsing;

/// <summary>Order of the parts of a numeric date.</summary>
public enum DateOrder
{
    /// <summary>Year, month, day.</summary>
    Ymd,

    /// <summary>Day, month, year.</summary>
    Dmy,

    /// <summary>Month, day, year.</summary>
    Mdy,
}
