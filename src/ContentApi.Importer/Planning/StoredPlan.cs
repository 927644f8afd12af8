namespace ContentApi.Importer.Planning;

/// <summary>A plan as the database has it.</summary>
/// <param name="Id">By which it is applied.</param>
/// <param name="Options">What it was made with; the database is missing.</param>
/// <param name="ChangesHash">As of <see cref="ImportChanges.Hash"/>.</param>
internal sealed record StoredPlan(Guid Id, ImportOptions Options, string ChangesHash);
