import Foundation
import PackagePlugin

/// Compiles into a module the hash of every source that it and the modules below it were built from. A program then knows
/// what it was made of wherever it runs, whatever lies on the disk by then.
@main struct SourceRevisionPlugin: BuildToolPlugin {
  /// Below Training, and deciding no number: it keeps bytes as they come.
  private let bystanders: Set = ["Storage"]

  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let modules = [target] + target.recursiveTargetDependencies.filter { !bystanders.contains($0.name) }
    let sources = modules.compactMap(\.sourceModule).flatMap { $0.sourceFiles.map(\.url) }
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
