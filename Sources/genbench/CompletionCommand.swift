import Data
import Storage

/// `genbench completion`
struct CompletionCommand {
  private let shell: Shell

  init(_ arguments: Arguments) throws {
    let known = Shell.allCases.map(\.rawValue)
    guard let word = arguments.values.first else {
      throw UsageProblem("For which shell? One of: \(known.joined(separator: ", ")).")
    }
    guard let shell = Shell(rawValue: word) else { throw UnknownName(kind: "shell", asked: word, known: known) }
    self.shell = shell
  }

  func run() throws -> ExitCode {
    let declarations = Command.allCases.map(\.declaration)
    switch shell {
    case .bash: try StandardStream.output.write(BashCompletion(declarations).text)
    case .zsh: try StandardStream.output.write(ZshCompletion(declarations).text)
    }
    return .success
  }
}
