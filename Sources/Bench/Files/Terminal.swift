import Foundation
import Reports

/// Where text for people goes: how wide it is, and whether it shows colours.
package struct Terminal: Sendable {
  package let isInteractive: Bool
  package let width: Int
  package let style: Style

  /// Colours only on a terminal, and not where `NO_COLOR` is set or `TERM` is `dumb`. The width is the terminal's, else
  /// `COLUMNS`, else 120.
  package init(_ environment: [String: String]) {
    isInteractive = isatty(STDOUT_FILENO) == 1
    var size = winsize()
    let isMeasured = isInteractive && ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
    let declared = environment["COLUMNS"].flatMap(Int.init) ?? 120
    width = max(40, isMeasured ? Int(size.ws_col) : declared)
    let isPlain = !(environment["NO_COLOR"] ?? "").isEmpty || environment["TERM"] == "dumb"
    style = isInteractive && !isPlain ? .colour : .plain
  }

  package func write(_ text: String) {
    FileHandle.standardOutput.write(Foundation::Data(text.utf8))
  }
}
