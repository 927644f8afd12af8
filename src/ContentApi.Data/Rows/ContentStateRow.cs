namespace ContentApi.Data.Rows;

/// <summary>The one row that says how current the content is.</summary>
public sealed class ContentStateRow
{
    /// <summary>Always 1.</summary>
    public short Id { get; set; }

    /// <summary>Grows by one with every committed change of content, in the same transaction.</summary>
    public long Version { get; set; }

    /// <summary>When <see cref="Version"/> last grew.</summary>
    public DateTimeOffset UpdatedAt { get; set; }
}
