import Foundation
import Reports
import Storage

/// Where text for people goes: how wide it is, and whether it shows colours.
package struct Terminal: Sendable {
  package let isInteractive: Bool
  package let width: Int
  package let style: Style

  /// Standard output.
  package init(_ environment: [String: String]) {
    let isInteractive = isatty(STDOUT_FILENO) == 1
    var size = winsize()
    let isMeasured = isInteractive && ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
    self.init(environment, isInteractive: isInteractive, measuredWidth: isMeasured ? Int(size.ws_col) : nil)
  }

  /// Colours only on a terminal, and not where `NO_COLOR` is set or `TERM` is `dumb`. The width is the terminal's, else
  /// `COLUMNS`, else 120; narrower than 40 a table is no table any more.
  init(_ environment: [String: String], isInteractive: Bool, measuredWidth: Int?) {
    self.isInteractive = isInteractive
    width = max(40, measuredWidth ?? environment["COLUMNS"].flatMap(Int.init) ?? 120)
    let isPlain = !(environment["NO_COLOR"] ?? "").isEmpty || environment["TERM"] == "dumb"
    style = isInteractive && !isPlain ? .colour : .plain
  }

  package func write(_ text: String) throws(FileProblem) { try StandardStream.output.write(text) }
}
