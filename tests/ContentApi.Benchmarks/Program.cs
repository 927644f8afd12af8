using System.Globalization;
using ContentApi.Benchmarks.Importing;
using ContentApi.Benchmarks.Parsing;
using ContentApi.Benchmarks.Queries;
using ContentApi.Benchmarks.Queries.Pages;
using ContentApi.Benchmarks.Serving;
using ContentApi.Parsing;

const string Usage = """
    queries [ARTICLES=50000] [ROUNDS=5] [SECONDS=2] [CLIENTS=32]   questions against SQL by hand, EF Core and GraphQL.NET
    pages [ARTICLES...]                                            whether a page costs the same at 10000, 100000, 1000000 articles
    serve [ROUNDS=5] [SECONDS=3] [CLIENTS=32]                      answers that are kept against Kestrel with the same bytes; needs wrk
    import FILES ROUNDS PROGRAM                                    contentapi import against Hugo
    folder FILES DIRECTORY                                         the folder that they read
    parse DIRECTORY [SECONDS=2] [DIALECT=Hexo]                     CPU time and allocations of the parser alone
    """;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
switch (args)
{
    case ["queries", ..]:
        await new QueryBenchmark(Number(2, 5), TimeSpan.FromSeconds(Number(3, 2)), Number(4, 32)).RunAsync(Number(1, 50_000));
        return 0;
    case ["pages", .. var sizes]:
        await PageBenchmark.RunAsync(sizes.Length == 0 ? [10_000, 100_000, 1_000_000] : [.. sizes.Select(int.Parse)]);
        return 0;
    case ["serve", ..]:
        await new ServeBenchmark(Number(1, 5), Number(2, 3), Number(3, 32)).RunAsync();
        return 0;
    case ["import", var files, var rounds, var program]:
        await new ImportBenchmark(int.Parse(files), int.Parse(rounds), program).RunAsync();
        return 0;
    case ["folder", var articles, var directory]:
        GeneratedFolder.Write(directory, int.Parse(articles));
        return 0;
    case ["parse", var directory, ..]:
        ParseBenchmark.Run(directory, TimeSpan.FromSeconds(Number(2, 2)), Enum.Parse<Dialect>(args.ElementAtOrDefault(3) ?? "Hexo", ignoreCase: true), TimeProvider.System);
        return 0;
    default:
        Console.Error.WriteLine(Usage);
        return 2;
}

int Number(int place, int otherwise) => args.Length > place ? int.Parse(args[place]) : otherwise;
