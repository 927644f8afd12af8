using System.ComponentModel.DataAnnotations.Schema;

namespace ContentApi.Data.Rows;

/// <summary>What an import would do, as it was found out and shown to people before anything was changed.</summary>
public sealed class ImportPlanRow
{
    /// <summary>Made when the plan was: later ones are greater.</summary>
    public Guid Id { get; set; }

    /// <summary>Name of the source, which need not be stored yet.</summary>
    public required string SourceName { get; set; }

    /// <summary>As of <see cref="SourceRow.Address"/>.</summary>
    public required string Address { get; set; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset MadeAt { get; set; }

    /// <summary>JSON object of the options that it was made with.</summary>
    [Column(TypeName = "json")]
    public required string Options { get; set; }

    /// <summary>Hash of everything that would be changed, in lower-case hexadecimal.</summary>
    public required string ChangesHash { get; set; }

    /// <summary>JSON object of what was shown.</summary>
    [Column(TypeName = "json")]
    public required string Changes { get; set; }
}
