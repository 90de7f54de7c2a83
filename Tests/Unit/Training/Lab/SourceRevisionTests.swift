import Foundation
import Testing

@testable import Storage
@testable import Training

/// What makes a kept run stale is what was compiled into the modules that decide numbers, and nothing else.
@Suite struct SourceRevisionTests {
  /// The modules that decide numbers, as Package.swift has them below `Training`.
  static let hashed = ["CSIMD", "Data", "Learning", "Seeds", "Training"]

  /// What lies in a module's folder and is compiled.
  static func files(of module: String) throws -> [String] {
    let base = PackageFolder.path + "/Sources/"
    return try AtomicFile.files(under: base + module).map { String($0.dropFirst(base.count)) }.filter { path in
      !path.split(separator: "/").last!.hasPrefix(".") && ["swift", "h", "c"].contains { path.hasSuffix(".\($0)") }
    }
  }

  @Test func everyFileOfAHashedModuleCountsAndNoOther() throws {
    let expected = try Self.hashed.flatMap(Self.files).sorted()
    #expect(SourceRevision.files.sorted() == expected)
    #expect(Set(expected.map { $0.split(separator: "/")[0] }).count == Self.hashed.count)
  }

  /// So another threshold, slice, table or help text leaves every kept run as it is.
  @Test(arguments: [
    "Bench/Families/Graphs/Slice+Graphs.swift", "Reports/Thresholds/ThresholdTable.swift",
    "Judging/Claims/Claim.swift", "genbench/Help.swift", "Storage/Files/AtomicFile.swift",
    "Bench/Experiments/LoopedShortestPathsScale.swift", "Instruments/Allocation/LossChangeAllocator.swift",
  ]) func whatDecidesNoNumberDoesNotCount(name: String) throws {
    #expect(FileManager.default.fileExists(atPath: "\(PackageFolder.path)/Sources/\(name)"))
    #expect(!SourceRevision.files.contains(name))
  }

  @Test func itIsAHash() {
    #expect(SourceRevision.compiled.hexadecimal.isLowercaseHexadecimal)
    #expect(SourceRevision.compiled.hexadecimal.count == 64)
  }
}
