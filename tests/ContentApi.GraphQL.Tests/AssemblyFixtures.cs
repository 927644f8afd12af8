using ContentApi.GraphQL.Tests;

[assembly: AssemblyFixture(typeof(SampleDatabase))]
