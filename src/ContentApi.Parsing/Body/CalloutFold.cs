namespace ContentApi.Parsing.Body;

/// <summary>Whether a reader can close a callout.</summary>
internal enum CalloutFold
{
    /// <summary>It stands open for good.</summary>
    None,

    /// <summary>It is open at first.</summary>
    Open,

    /// <summary>It is closed at first.</summary>
    Closed,
}
