/// What can be typed after `genbench`.
enum Command: String, CaseIterable {
  case list, run, export, fixtures

  /// The names of its options that take a value.
  var options: [String] {
    switch self {
    case .list: ["profile"]
    case .run: ["profile", "seed"]
    case .export: ["count", "seed", "format", "out"]
    case .fixtures: ["reason"]
    }
  }

  var flags: [String] { [] }

  func run(_ arguments: Arguments, _ environment: [String: String]) async throws -> ExitCode {
    switch self {
    case .list: try ListCommand(arguments, environment).run()
    case .run: try await RunCommand(arguments, environment).run()
    case .export: try ExportCommand(arguments).run()
    case .fixtures: try await FixturesCommand(arguments, environment).run()
    }
  }

  var help: String {
    switch self {
    case .list: Help.list
    case .run: Help.run
    case .export: Help.export
    case .fixtures: Help.fixtures
    }
  }
}
