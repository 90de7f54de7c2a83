import Testing

@testable import Bench
@testable import Judging
@testable import Results
@testable import Storage
@testable import Training

@Suite struct HelpTests {
  let tool: BuiltTool

  init() throws { tool = BuiltTool(scratch: try ScratchFolder()) }

  @Test(arguments: ["--help", "-h", "help"])
  func theOverviewNamesEveryCommand(word: String) async throws {
    let outcome = try await tool(word)
    #expect(outcome.status == 0 && outcome.errors.isEmpty)
    for command in Self.commands { #expect(outcome.output.contains("\n  \(command) ")) }
    for name in ["GENBENCH_PROFILE", "GENBENCH_THREADS", "GENBENCH_STORE", "GENBENCH_FRESH"] {
      #expect(outcome.output.contains(name))
    }
  }

  static let commands = [
    "list", "run", "sweep", "report", "compare", "export", "score", "weights", "speed", "fixtures", "completion",
  ]

  @Test(arguments: commands, ["--help", "-h"])
  func everyCommandExplainsItself(command: String, flag: String) async throws {
    let outcome = try await tool(command, flag)
    #expect(outcome.status == 0 && outcome.errors.isEmpty)
    #expect(outcome.output.hasPrefix("USAGE  genbench \(command)"))
  }

  /// On a terminal of 100 columns, with room beside it. Samples and commands to copy may be a little longer.
  @Test(arguments: ["--help"] + commands)
  func everyHelpFitsTheTerminal(command: String) async throws {
    let outcome = try await tool(command, "--help")
    let samples = Splits.suite.samples.map { "  " + $0.sampleLine }
    for line in outcome.output.split(separator: "\n") where !samples.contains(String(line)) {
      #expect(line.count <= (line.hasPrefix("  ") ? 100 : 90), "\(line)")
    }
  }

  @Test func theExportsOfEveryFamilyAreExplained() async throws {
    let help = try await tool("export", "--help").output
    for family in Splits.suite.samples {
      #expect(help.contains(family.sampleLine))
      for column in family.columns { #expect(help.contains(column.signature), "\(column.signature)") }
    }
  }

  /// Each profile by another way to ask for it. How long experiments take is kept before: measuring takes its time.
  @Test(arguments: [
    (Profile.smoke, ["--why", "--profile=smoke"], ["GENBENCH_PROFILE": "paper"]), (.standard, [], [:]),
    (.paper, [], ["GENBENCH_PROFILE": "paper"]),
  ])
  func theListNamesEveryClaimOfTheProfileThatIsAskedFor(
    profile: Profile, options: [String], environment: [String: String]
  ) async throws {
    let estimates = KeptEstimates(LabSettings(threads: 2, storeFolder: tool.scratch("store")))
    for experiment in Experiment.all(profile) { try estimates.keep(36_000, of: experiment) }
    let outcome = try await tool(
      ["list"] + options, environment: ["GENBENCH_THREADS": "2"].merging(environment) { $1 })
    #expect(outcome.status == 0 && outcome.errors.isEmpty)
    #expect(
      outcome.output.contains(" h on ") && !outcome.output.contains(" s on ") && !outcome.output.contains(" min on "))
    for other in Profile.allCases { #expect(outcome.output.contains("(\(other.rawValue)") == (other == profile)) }
    for experiment in Experiment.all(profile) {
      #expect(outcome.output.contains("\(experiment.id)  (\(profile.rawValue)"))
      for claim in experiment.claims {
        #expect(
          outcome.output.contains(": \(claim.subject), ") && outcome.output.contains(experiment.rerunCommand(claim)))
        #expect(
          outcome.output.contains("\n    the threshold: \(claim.provenance)\n") == options.contains("--why"),
          "\(claim.subject)")
      }
    }
  }
}
