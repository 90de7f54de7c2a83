/// What can be typed after `genbench`.
enum Command: String, CaseIterable {
  case list, run, sweep, allocate, report, compare, export, score, weights, speed, fixtures, completion

  var declaration: Declaration {
    switch self {
    case .list: .list
    case .run: .run
    case .sweep: .sweep
    case .allocate: .allocate
    case .report: .report
    case .compare: .compare
    case .export: .export
    case .score: .score
    case .weights: .weights
    case .speed: .speed
    case .fixtures: .fixtures
    case .completion: .completion
    }
  }

  /// Whether it reads fixtures or kept runs, which belong to a checkout.
  var needsPackage: Bool { [.list, .run, .sweep, .allocate, .report, .weights, .fixtures].contains(self) }

  func run(
    _ arguments: Arguments, _ environment: [String: String], _ interruptions: Interruptions
  ) async throws -> ExitCode {
    switch self {
    case .list: try await ListCommand(arguments, environment).run()
    case .run: try await RunCommand(arguments, environment, interruptions).run()
    case .sweep: try await SweepCommand(arguments, environment, interruptions).run()
    case .allocate: try await AllocateCommand(arguments, environment, interruptions).run()
    case .report: try await ReportCommand(arguments, environment).run()
    case .compare: try CompareCommand(arguments, environment).run()
    case .export: try ExportCommand(arguments).run()
    case .score: try ScoreCommand(arguments, environment).run()
    case .weights: try WeightsCommand(arguments, environment).run()
    case .speed: try SpeedCommand(arguments).run()
    case .fixtures: try await FixturesCommand(arguments, environment, interruptions).run()
    case .completion: try CompletionCommand(arguments).run()
    }
  }
}
