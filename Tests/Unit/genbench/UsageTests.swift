import Testing

/// Words that mean nothing: exit 2, the nearest name, and nothing on standard output.
@Suite struct UsageTests {
  let tool: BuiltTool

  init() throws { tool = BuiltTool(scratch: try ScratchFolder()) }

  func refuses(_ outcome: BuiltTool.Outcome, _ message: String, sourceLocation: SourceLocation = #_sourceLocation)
    throws
  {
    #expect(outcome.status == 2, sourceLocation: sourceLocation)
    #expect(outcome.errors.hasPrefix("error: "), sourceLocation: sourceLocation)
    #expect(outcome.errors.contains(message), "\(outcome.errors)", sourceLocation: sourceLocation)
    #expect(outcome.output.isEmpty, sourceLocation: sourceLocation)
    #expect(try tool.scratch.names().isEmpty, sourceLocation: sourceLocation)
  }

  @Test func anUnknownNameSuggestsTheNearest() async throws {
    try refuses(await tool("exprot"), #"unknown command "exprot". Did you mean export?"#)
    try refuses(await tool("list", "--profle", "smoke"), "Did you mean --profile?")
    try refuses(await tool("list", "--profile", "smok"), "Did you mean smoke?")
    try refuses(await tool("run", "-profile", "smoke"), "Did you mean --profile?")
    try refuses(await tool("export", "graphs/train", "-x"), #"unknown option "-x"."#)
    try refuses(await tool("run", "graphs/onpath"), "Did you mean graphs/on-path?")
    try refuses(await tool("run", "graphs/on-path", "nothing"), #"unknown experiment "nothing". Known: "#)
    try refuses(await tool("fixtures", "chekc"), "Did you mean check?")
    try refuses(await tool("fixtures", "check", "learning/golden"), "Did you mean learning/golden-runs?")
    try refuses(
      await tool("export", "fine-tuned", "--count", "1", "--seed", "1", "--out", "x"),
      "Did you mean graphs/fine-tune or mazes/fine-tune-6?")
    try refuses(
      await tool("export", "graphs/train", "--count", "1", "--seed", "1", "--out", "x", "--format", "json"),
      "Did you mean jsonl?")
  }

  @Test(arguments: [
    (["export", "train"], "graphs/train"), (["export", "held-out-3-5"], "mazes/held-out-3-5"),
    (["score", "powers-train", "answers.jsonl"], "powers/train"),
    (["score", "graphs/train", "answers.jsonl", "--trained", "fine-tune:10:1"], "graphs/fine-tune"),
  ])
  func anOldNameOfASplitIsToldItsNewOne(words: [String], name: String) async throws {
    try refuses(await tool(words), "It is called \(name) now. Known: graphs/train, ")
  }

  @Test(arguments: ["0", "-3", "1.5", "many", "", "99999999999999999999", "+", " 3"])
  func aCountThatIsNoneIsRefused(count: String) async throws {
    let outcome = try await tool("export", "graphs/train", "--count", count, "--seed", "1", "--out", "x")
    try refuses(outcome, "--count is \"\(count)\": give a whole number from 1 to ")
  }

  @Test func aSeedThatIsNoneIsRefused() async throws {
    try refuses(await tool("export", "graphs/train", "--count", "1", "--seed", "-1", "--out", "x"), "--seed is \"-1\"")
    try refuses(await tool("run", "--seed", "x"), "--seed is \"x\"")
  }

  @Test func whatIsMissingTwiceOrTooMuchIsRefused() async throws {
    try refuses(await tool("export"), "Which split? One of: graphs/train, graphs/fine-tune, ")
    try refuses(await tool("export", "graphs/train", "--count", "1", "--out", "x"), "--seed is missing")
    try refuses(await tool("export", "graphs/train", "--seed", "1", "--out", "x"), "--count is missing")
    try refuses(await tool("export", "graphs/train", "--seed", "1", "--count", "1"), "--out is missing")
    try refuses(await tool("export", "graphs/train", "--seed", "1", "--count", "1", "--out"), "--out needs a value")
    try refuses(
      await tool("export", "graphs/train", "--seed", "1", "--seed=1", "--count", "1", "--out", "x"),
      "--seed is given twice")
    try refuses(await tool("export", "graphs/train", "test"), "\"test\" is one word too many")
    try refuses(await tool("list", "all"), "\"all\" is one word too many")
    try refuses(await tool("fixtures"), "One of: check, regenerate")
    try refuses(await tool("fixtures", "check", "datasets/graphs", "x"), "one word too many")
  }

  @Test func whatCannotBeTimedIsRefused() async throws {
    try refuses(await tool("speed"), "--config is missing")
    try refuses(await tool("speed", "--config", "W1-tyni"), "Did you mean W1-tiny?")
    try refuses(await tool("speed", "--config", "graph"), "Did you mean graphs?")
    try refuses(await tool("speed", "--config", "graphs", "--threads", "2"), "--threads changes nothing there")
    try refuses(await tool("speed", "--config", "W1", "--mode", "decode"), "needs --config W2 or W2-small")
    try refuses(await tool("speed", "--config", "W1", "--mode", "learn"), "give train or infer or decode")
  }

  @Test(arguments: ["", "folder/"])
  func aFileNameThatIsNoneIsRefused(path: String) async throws {
    let outcome = try await tool("export", "graphs/train", "--count", "1", "--seed", "1", "--out", path)
    try refuses(outcome, "--out is \"\(path)\": give a file")
  }

  @Test(arguments: [
    ("GENBENCH_PROFILE", "smok", "Did you mean smoke?"),
    ("GENBENCH_THREADS", "0", "Give a whole number from 1 to 1024"),
    ("GENBENCH_THREADS", "many", "Give a whole number from 1 to 1024"),
    ("GENBENCH_FRESH", "yes", "Give 1 to train again"),
    ("GENBENCH_CHECKPOINT_SECONDS", "-1", "Give seconds from 0"),
  ])
  func aSettingThatMeansNothingIsRefused(name: String, value: String, mend: String) async throws {
    try refuses(await tool("run", "graphs/on-path", environment: [name: value]), mend)
  }

  @Test func fixturesAreNotRewrittenOnContinuousIntegration() async throws {
    let outcome = try await tool("fixtures", "regenerate", "datasets/graphs", environment: ["CI": "true"])
    try refuses(outcome, "never rewritten on continuous integration")
  }

  @Test func noWordAtAllPrintsTheOverviewAndIsNoSuccess() async throws {
    let outcome = try await tool()
    #expect(outcome.status == 2 && outcome.output.contains("USAGE"))
  }
}
