import Foundation
import PackagePlugin

/// Compiles into a module the hash of every source that it and the modules below it were built from. A program then knows
/// what it was made of wherever it runs, whatever lies on the disk by then.
@main struct SourceRevisionPlugin: BuildToolPlugin {
  /// Below Training, and deciding no number: it keeps bytes as they come.
  private let bystanders: Set = ["Storage"]

  /// Of a module in C: those are no sources of their own to the package manager.
  private func headers(of module: any SourceModuleTarget) -> [URL] {
    guard module is ClangSourceModuleTarget else { return [] }
    let files = FileManager.default.enumerator(at: module.directoryURL, includingPropertiesForKeys: nil)
    return (files?.allObjects as? [URL] ?? []).filter { $0.pathExtension == "h" }
      .sorted { $0.path(percentEncoded: false) < $1.path(percentEncoded: false) }
  }

  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let modules = [target] + target.recursiveTargetDependencies.filter { !bystanders.contains($0.name) }
    let sources = modules.compactMap(\.sourceModule).flatMap { $0.sourceFiles.map(\.url) + headers(of: $0) }
    let output = context.pluginWorkDirectoryURL.appending(path: "CompiledSources.swift")
    let root = context.package.directoryURL.appending(path: "Sources")
    return [
      .buildCommand(
        displayName: "Hashing the sources of \(modules.map(\.name).sorted().joined(separator: ", "))",
        executable: try context.tool(named: "hash-sources").url,
        arguments: [output.path(percentEncoded: false), root.path(percentEncoded: false)]
          + sources.map { $0.path(percentEncoded: false) },
        inputFiles: sources, outputFiles: [output])
    ]
  }
}
