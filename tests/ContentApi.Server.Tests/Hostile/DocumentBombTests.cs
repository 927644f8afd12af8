namespace ContentApi.Server.Tests.Hostile;

/// <summary>Documents whose answer, or whose mere reading, would cost much more than their text.</summary>
public sealed class DocumentBombTests(HostileSite site) : IClassFixture<HostileSite>
{
    private const string Site = "site { title }";

    private static readonly (string Code, string Name, string Query)[] Bombs =
    [
        ("DOCUMENT_TOO_DEEP", "open braces", Repeat("{", 10_000)),
        ("DOCUMENT_TOO_DEEP", "open brackets", $"{{ articles(where: {Repeat("[", 100_000)}"),
        ("DOCUMENT_TOO_DEEP", "open parentheses", $"{{ articles{Repeat("(", 100_000)}"),
        ("DOCUMENT_TOO_DEEP", "deep fields", $"{{ {Repeat("a { ", 5_000)} a {Repeat(" }", 5_001)}"),
        ("DOCUMENT_TOO_DEEP", "deep inline fragments", $"{{ {Repeat("... { ", 5_000)} a {Repeat(" }", 5_001)}"),
        ("DOCUMENT_TOO_DEEP", "a deep list type", $"query($v: {Repeat("[", 10_000)}Int{Repeat("]", 10_000)}) {{ {Site} }}"),
        ("VALIDATION_FAILED", "a deep list type within the limit", $"query($v: {Repeat("[", 62)}Int{Repeat("]", 62)}) {{ articles(first: $v) {{ totalCount }} }}"),
        ("DOCUMENT_TOO_DEEP", "a deep object", $"{{ articles(where: {Repeat("{not: ", 5_000)}{{}}{Repeat("}", 5_000)}) {{ totalCount }} }}"),
        ("DOCUMENT_TOO_DEEP", "deep fields that there are", $"{{ articles {{ nodes {{ {Repeat("related { article { ", 8)} id {Repeat("} } ", 8)} }} }} }}"),
        ("DOCUMENT_TOO_DEEP", "deep fields in fragments", $"{{ ...F0 }} {Each(20, n => $"fragment F{n} on Query {{ a {{ ...F{n + 1} }} }} ")} fragment F20 on Query {{ a }}"),
        ("DOCUMENT_TOO_LONG", "100,000 aliases", $"{{ {Each(100_000, n => $"a{n}:a ")} }}"),
        ("TOO_MANY_TOKENS", "6,500 aliases", $"{{ {Each(6_700, n => $"a{n}:site ")} }}"),
        ("TOO_MANY_ALIASES", "201 aliases", $"{{ {Each(201, n => $"a{n}: {Site} ")} }}"),
        ("TOO_MANY_ALIASES", "aliases in fragments", $"{{ {Each(70, n => $"...F{n % 10} ")} }} {Each(10, n => $"fragment F{n} on Query {{ a: {Site} b: {Site} c: {Site} }} ")}"),
        ("TOO_MANY_FIELDS", "fields without aliases", $"{{ {Repeat("site { title url } ", 1_000)} }}"),
        ("TOO_MANY_DIRECTIVES", "unknown directives", $"{{ site {Repeat("@a", 5_000)} {{ title }} }}"),
        ("TOO_MANY_DIRECTIVES", "known directives", $"{{ site {Repeat("@include(if: true)", 1_000)} {{ title }} }}"),
        ("TOO_MANY_DIRECTIVES", "directives of the operation", $"query {Repeat("@a", 5_000)} {{ {Site} }}"),
        ("TOO_MANY_DIRECTIVES", "directives of spreads", $"{{ {Repeat("...F @skip(if: true) ", 1_000)} }} fragment F on Query {{ {Site} }}"),
        ("TOO_MANY_DIRECTIVES", "directives of a variable", $"query($v: Int {Repeat("@a", 5_000)}) {{ articles(first: $v) {{ totalCount }} }}"),
        ("TOO_MANY_DIRECTIVES", "directives of a fragment", $"{{ ...F }} fragment F on Query {Repeat("@a", 5_000)} {{ {Site} }}"),
        ("TOO_MANY_FIELDS", "fragments that double", $"{{ ...F0 }} {Each(150, n => $"fragment F{n} on Query {{ ...F{n + 1} ...F{n + 1} }} ")} fragment F150 on Query {{ {Site} }}"),
        ("TOO_MANY_FIELDS", "fragments that grow a hundredfold", $"{{ ...F0 }} {Each(60, n => $"fragment F{n} on Query {{ {Repeat($"...F{n + 1} ", 100)} }} ")} fragment F60 on Query {{ {Site} }}"),
        ("VALIDATION_FAILED", "fragments that double in a circle", $"{{ ...F0 }} {Each(199, n => $"fragment F{n} on Query {{ ...F{(n + 1) % 199} ...F{(n + 1) % 199} }} ")}"),
        ("VALIDATION_FAILED", "every fragment in every other", $"{{ ...F0 }} {Each(70, n => $"fragment F{n} on Query {{ {Each(70, m => $"...F{m} ")} }} ")}"),
        ("VALIDATION_FAILED", "a fragment within itself", "{ ...F } fragment F on Query { ...F }"),
        ("VALIDATION_FAILED", "a fragment within itself further down", "{ articles { nodes { ...F } } } fragment F on Article { related { article { ...F } } }"),
        ("TOO_MANY_FRAGMENTS", "many fragments", $"{{ ...F0 }} {Each(2_000, n => $"fragment F{n} on Query {{ ...F{n + 1} }} ")} fragment F2000 on Query {{ {Site} }}"),
        ("TOO_MANY_FRAGMENTS", "fragments of one name", $"{{ ...F }} {Repeat($"fragment F on Query {{ a }} ", 2_000)}"),
        ("TOO_MANY_OPERATIONS", "operations of one name", Repeat("query A { a } ", 3_000)),
        ("TOO_MANY_OPERATIONS", "operations without a name", Repeat("{ __typename } ", 6_000)),
        ("TOO_MANY_OPERATIONS", "operations through every fragment", $"{Each(2_400, n => $"query A{n} {{ ...F0 }} ")} {Each(190, n => $"fragment F{n} on Query {{ ...F{n + 1} }} ")} fragment F190 on Query {{ a }}"),
        ("OPERATION_NOT_FOUND", "100 operations", Each(100, n => $"query A{n} {{ __typename }} ")),
        ("TOO_MANY_OPERATIONS", "2,000 operations", Each(2_000, n => $"query A{n} {{ __typename }} ")),
        ("VALIDATION_FAILED", "variables that nobody uses", $"query({Each(4_000, n => $"$a{n}: Int ")}) {{ {Site} }}"),
        ("VALIDATION_FAILED", "variables of one name", $"query({Repeat("$a: Int ", 4_000)}) {{ articles(first: $a) {{ totalCount }} }}"),
        ("VALIDATION_FAILED", "variables that are not declared", $"{{ articles(where: {{ slug: {{ in: [{Each(6_000, n => $"$a{n} ")}] }} }}) {{ totalCount }} }}"),
        ("VALIDATION_FAILED", "arguments of one name", $"{{ articles({Repeat("first: 1 ", 6_000)}) {{ totalCount }} }}"),
        ("VALIDATION_FAILED", "input fields of one name", $"{{ articles(where: {{ {Repeat("slug: {} ", 4_000)} }}) {{ totalCount }} }}"),
        ("VALIDATION_FAILED", "fields that nearly have the right name", $"{{ articles {{ nodes {{ {Each(1_990, n => $"{new string('t', 110)}{n} ")} }} }} }}"),
        ("VALIDATION_FAILED", "fields that cannot be one", $"{{ articles {{ nodes {{ {Repeat("a: title a: slug ", 100)} }} }} }}"),
        ("VALIDATION_FAILED", "lists that cannot be one", $"{{ {Each(600, n => $"articles(first: {n % 50}) {{ nodes {{ id }} }} ")} }}"),
        ("VALIDATION_FAILED", "fields with other arguments", $"{{ articles {{ nodes {{ {Each(1_990, n => $"excerpt(maxLength: {n}) ")} }} }} }}"),
        ("VALIDATION_FAILED", "fields with other arguments in inline fragments", $"{{ articles {{ nodes {{ {Each(990, n => $"excerpt(maxLength: 1) ... on Article {{ excerpt(maxLength: {n}) }} ")} }} }} }}"),
        ("VALIDATION_FAILED", "fields with other lists", $"{{ {Each(640, n => $"articles(where: {{ slug: {{ in: [\"a\" \"{n}\"] }} }}) {{ totalCount }} ")} }}"),
        ("TOO_MANY_FIELDS", "fields with the same lists", $"{{ {Repeat("articles(where: { slug: { in: [\"a\" \"b\" \"c\"] } }) { totalCount } ", 640)} }}"),
        ("TOO_MANY_FIELDS", "fields with the same argument", $"{{ articles {{ nodes {{ {Repeat("excerpt(maxLength: 1) ", 1_990)} }} }} }}"),
        ("INPUT_TOO_LARGE", "a wide filter", $"{{ articles(where: {{ or: [{Repeat("{slug: {eq: \"a\"}} ", 1_500)}] }}) {{ totalCount }} }}"),
        ("INPUT_TOO_LARGE", "many ids", $"{{ nodes(ids: [{Repeat("\"x\" ", 10_000)}]) {{ id }} }}"),
        ("COST_EXCEEDED", "lists in lists", $"{{ articles(first: 50) {{ nodes {{ {Each(3, n => $"r{n}: related(first: 20) {{ article {{ related(first: 20) {{ article {{ id }} }} }} }} ")} }} }} }}"),
    ];

    private static readonly (string Code, string Name, string Query)[] Texts =
    [
        ("DOCUMENT_TOO_LONG", "a long remark", $"{{ {Site} }} #{new string('x', 1_000_000)}"),
        ("DOCUMENT_TOO_LONG", "commas", $"{{ {Site} }} {new string(',', 1_000_000)}"),
        ("DOCUMENT_TOO_LONG", "blanks", $"{{ {Site} }} {new string(' ', 1_000_000)}"),
        ("DOCUMENT_TOO_LONG", "line ends", $"{{ {Site} }} {Repeat("\r\n", 200_000)}"),
        ("TOO_MANY_TOKENS", "many remarks", $"{{ {Site} }}{Repeat("#\n", 100_000)}"),
        ("SYNTAX_ERROR", "a text without end", $"{{ articles(after: \"{new string('x', 200_000)}"),
        ("SYNTAX_ERROR", "a block string without end", $"{{ articles(after: \"\"\"{new string('x', 200_000)}"),
        ("SYNTAX_ERROR", "an escape without end", "{ articles(after: \"\\u00"),
        ("SYNTAX_ERROR", "a fault at the end of a long line", $"{{ articles(after: \"{new string('x', 250_000)}\") {{ }} }}"),
        ("SYNTAX_ERROR", "carriage returns", "{ site {\r\r\r\r ? } }"),
        ("SYNTAX_ERROR", "a NUL", "{ \0 }"),
        ("SYNTAX_ERROR", "half a pair", "{ \\ud800 }"),
        ("SYNTAX_ERROR", "other signs", "{ ﷽ 💥 }"),
        ("SYNTAX_ERROR", "a byte order mark inside", "{ site\ufeff\ufeff? }"),
        ("SYNTAX_ERROR", "a long name", $"{{ {new string('x', 250_000)} }}"),
        ("SYNTAX_ERROR", "long names that cannot be one", $"{{ {new string('x', 120_000)}: {Site} {new string('x', 120_000)}: articles {{ totalCount }} }}"),
        ("SYNTAX_ERROR", "an operation with a long name and many faults", $"query {new string('x', 200_000)} {{ articles(where: {{ slug: {{ in: [{Each(1_000, n => $"$a{n} ")}] }} }}) {{ totalCount }} }}"),
        ("SYNTAX_ERROR", "a number of 200,000 digits", $"{{ articles(first: {new string('9', 200_000)}) {{ totalCount }} }}"),
        ("SYNTAX_ERROR", "a fraction of 200,000 digits", $"{{ articles(where: {{ rating: {{ gt: {new string('9', 200_000)}.0 }} }}) {{ totalCount }} }}"),
        ("SYNTAX_ERROR", "a JSON number of 200,000 digits", $"{{ articles(where: {{ params: {{ contains: 0.{new string('9', 200_000)} }} }}) {{ totalCount }} }}"),
        ("INVALID_ARGUMENT", "a number beyond a double", "{ articles(where: { params: { contains: [1e400] } }) { totalCount } }"),
        ("INVALID_CURSOR", "a block string of line ends", $"{{ articles(after: \"\"\"{Repeat(" \n", 120_000)}\"\"\") {{ totalCount }} }}"),
        ("INVALID_CURSOR", "a block string of quotes", $"{{ articles(after: \"\"\"{Repeat("\\\"\"\"", 30_000)}\"\"\") {{ totalCount }} }}"),
        ("INVALID_CURSOR", "a text of escapes", $"{{ articles(after: \"{Repeat("\\u0041", 40_000)}\") {{ totalCount }} }}"),
        ("VALIDATION_FAILED", "another kind of operation", "subscription { articles { totalCount } }"),
        ("OPERATION_NOT_FOUND", "a schema", $"{Repeat("type A { a: Int } ", 2_000)}"),
        ("VALIDATION_FAILED", "a schema beside an operation", $"{{ {Site} }} {Repeat("type A { a: Int } ", 2_000)}"),
    ];

    private static readonly (string Code, string Name, string Query)[] Circles =
    [
        ("DOCUMENT_TOO_DEEP", "fields of types of fields", $"{{ __schema {{ types {{ {Repeat("fields { type { ", 6)} name {Repeat("} } ", 6)} }} }} }}"),
        ("DOCUMENT_TOO_DEEP", "types of fields in fragments", $"{{ __schema {{ types {{ ...F0 }} }} }} {Each(6, n => $"fragment F{n} on __Type {{ fields {{ type {{ ...F{n + 1} }} }} }} ")} fragment F6 on __Type {{ name }}"),
        ("DOCUMENT_TOO_DEEP", "interfaces and their types", $"{{ __schema {{ types {{ {Repeat("possibleTypes { interfaces { ", 3)} name {Repeat("} } ", 3)} }} }} }}"),
        ("DOCUMENT_TOO_DEEP", "what types are made of", $"{{ __schema {{ types {{ {Repeat("ofType { ", 40)} name {Repeat("} ", 40)} }} }} }}"),
        ("VALIDATION_FAILED", "a circle of fragments", "{ __schema { types { ...F } } } fragment F on __Type { fields { type { ...F } } }"),
    ];

    [Fact]
    public Task A_document_that_grows_when_it_is_read_is_refused() => site.AttackAsync(Bombs.Select(Request));

    [Fact]
    public Task A_document_that_is_long_and_empty_is_refused() => site.AttackAsync(Texts.Select(Request));

    [Fact]
    public Task Introspection_in_circles_is_refused() => site.AttackAsync(Circles.Select(Request));

    [Fact]
    public Task The_same_document_many_times_costs_no_more() =>
        site.AttackAsync(Bombs.Where(bomb => bomb.Name.Contains("fragment", StringComparison.Ordinal)).SelectMany(bomb => Enumerable.Repeat(Request(bomb), 20)));

    private static HostileRequest Request((string Code, string Name, string Query) bomb) => HostileRequest.Query(bomb.Name, bomb.Query) with { Codes = [bomb.Code] };

    private static string Repeat(string text, int times) => string.Concat(Enumerable.Repeat(text, times));

    private static string Each(int count, Func<int, string> text) => string.Concat(Enumerable.Range(0, count).Select(text));
}
