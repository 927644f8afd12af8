namespace ContentApi.GraphQL.Tests.Plans;

/// <summary>Tests that share the database: filling it takes a third of a minute.</summary>
[CollectionDefinition(Name)]
public sealed class LargeDatabaseCollection : ICollectionFixture<LargeDatabase>
{
    public const string Name = "Large database";
}
