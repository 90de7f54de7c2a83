/// The code that numbers come from, hashed: a run kept before it changed is never taken for one made after.
package struct SourceRevision: Sendable, Hashable {
  package let hexadecimal: String
  package let toolchain: String

  package init(hexadecimal: String, toolchain: String) {
    self.hexadecimal = hexadecimal
    self.toolchain = toolchain
  }

  /// Of the sources that this program was compiled from, whatever lies on the disk by now: every file of this module and
  /// of those below it that decide numbers.
  package static let compiled = SourceRevision(hexadecimal: CompiledSources.hexadecimal, toolchain: compiler)

  /// Those files, such as `Data/Graphs/Graph.swift`.
  package static var files: [String] { CompiledSources.names }

  private static var compiler: String {
    #if compiler(>=6.4)
      "swift 6.4 or later"
    #elseif compiler(>=6.3)
      "swift 6.3"
    #else
      "swift 6.2"
    #endif
  }
}
