namespace ContentApi.Importer.Writing;

/// <summary>An encoded row that several articles may give.</summary>
/// <param name="Table">Its table.</param>
/// <param name="Key">Its primary key; of one column the second is empty. Keys of different tables are different.</param>
/// <param name="Start">First byte.</param>
/// <param name="Length">Number of bytes.</param>
internal readonly record struct SharedRow(CopyTarget Table, (Guid First, Guid Second) Key, int Start, int Length);
