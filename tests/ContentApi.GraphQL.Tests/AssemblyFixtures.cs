using ContentApi.GraphQL.Tests;
using ContentApi.GraphQL.Tests.Reference;

[assembly: AssemblyFixture(typeof(SampleDatabase))]
[assembly: AssemblyFixture(typeof(RandomDatabase))]
