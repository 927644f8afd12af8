using ContentApi.Samples.Tests;

[assembly: AssemblyFixture(typeof(SampleSite))]
