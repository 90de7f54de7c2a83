/// What can be typed after `genbench`.
enum Command: String, CaseIterable {
  case list, run, report, compare, export, score, speed, fixtures, completion

  var declaration: Declaration {
    switch self {
    case .list: .list
    case .run: .run
    case .report: .report
    case .compare: .compare
    case .export: .export
    case .score: .score
    case .speed: .speed
    case .fixtures: .fixtures
    case .completion: .completion
    }
  }

  func run(_ arguments: Arguments, _ environment: [String: String]) async throws -> ExitCode {
    switch self {
    case .list: try await ListCommand(arguments, environment).run()
    case .run: try await RunCommand(arguments, environment).run()
    case .report: try await ReportCommand(arguments, environment).run()
    case .compare: try CompareCommand(arguments, environment).run()
    case .export: try ExportCommand(arguments).run()
    case .score: try ScoreCommand(arguments, environment).run()
    case .speed: try SpeedCommand(arguments).run()
    case .fixtures: try await FixturesCommand(arguments, environment).run()
    case .completion: try CompletionCommand(arguments).run()
    }
  }
}
