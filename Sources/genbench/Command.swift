/// What can be typed after `genbench`.
enum Command: String, CaseIterable {
  case list, run, report, compare, export, speed, fixtures

  /// The names of its options that take a value.
  var options: [String] {
    switch self {
    case .list: ["profile"]
    case .run: ["profile", "seed"]
    case .report: ["out", "profile"]
    case .compare: ["format"]
    case .export: ["count", "seed", "format", "out"]
    case .speed: ["config", "threads", "mode", "weights"]
    case .fixtures: ["reason"]
    }
  }

  var flags: [String] {
    switch self {
    case .speed: ["json", "profile-kernels"]
    case .report: ["merge"]
    case .compare: ["fail-on-worse"]
    default: []
    }
  }

  func run(_ arguments: Arguments, _ environment: [String: String]) async throws -> ExitCode {
    switch self {
    case .list: try ListCommand(arguments, environment).run()
    case .run: try await RunCommand(arguments, environment).run()
    case .report: try await ReportCommand(arguments, environment).run()
    case .compare: try CompareCommand(arguments, environment).run()
    case .export: try ExportCommand(arguments).run()
    case .speed: try SpeedCommand(arguments).run()
    case .fixtures: try await FixturesCommand(arguments, environment).run()
    }
  }

  var help: String {
    switch self {
    case .list: Help.list
    case .run: Help.run
    case .report: Help.report
    case .compare: Help.compare
    case .export: Help.export
    case .speed: Help.speed
    case .fixtures: Help.fixtures
    }
  }
}
