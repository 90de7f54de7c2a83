import Testing

@testable import Bench
@testable import Judging
@testable import Results
@testable import Storage
@testable import Training

@Suite struct TerminalTests {
  private func terminal(
    _ environment: [String: String] = [:], isInteractive: Bool = true, measuredWidth: Int? = nil
  ) -> Terminal {
    Terminal(environment, isInteractive: isInteractive, measuredWidth: measuredWidth)
  }

  @Test func coloursAreForTerminalsThatWantThem() {
    #expect(terminal().style == .colour)
    #expect(terminal(isInteractive: false).style == .plain)
    #expect(terminal(["NO_COLOR": "1"]).style == .plain)
    #expect(terminal(["NO_COLOR": ""]).style == .colour)
    #expect(terminal(["TERM": "dumb"]).style == .plain)
    #expect(terminal(["TERM": "xterm-256color"]).style == .colour)
  }

  @Test func theWidthIsTheTerminalsElseWhatIsDeclared() {
    #expect(terminal(["COLUMNS": "90"], measuredWidth: 77).width == 77)
    #expect(terminal(["COLUMNS": "90"]).width == 90)
    #expect(terminal(["COLUMNS": "90"], isInteractive: false).width == 90)
    #expect(terminal().width == 120)
    #expect(terminal(["COLUMNS": "wide"]).width == 120)
    #expect(terminal(["COLUMNS": "-5"]).width == 40 && terminal(measuredWidth: 3).width == 40)
  }

  @Test func aPipeIsNoTerminal() async throws {
    let result = await #expect(processExitsWith: .success, observing: [\.standardOutputContent]) {
      let terminal = Terminal(["TERM": "xterm"])
      try terminal.write("\(terminal.isInteractive) \(terminal.style) \(terminal.width)")
    }
    #expect(String(decoding: try #require(result).standardOutputContent, as: UTF8.self).contains("false plain 120"))
  }
}
