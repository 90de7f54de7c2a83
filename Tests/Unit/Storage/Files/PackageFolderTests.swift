import Testing

@testable import Storage

@Suite struct PackageFolderTests {
  let scratch: ScratchFolder

  init() throws {
    scratch = try ScratchFolder()
    for name in ["one", "two"] {
      try AtomicFile.makeFolder(scratch(name + "/.build/debug"))
      let manifest = "let package = Package(\n  name: \"generalization-bench\")"
      try AtomicFile.write(Array(manifest.utf8), to: scratch(name + "/Package.swift"))
    }
    try AtomicFile.makeFolder(scratch("other/bin"))
    try AtomicFile.write(Array("let package = Package(name: \"other\")".utf8), to: scratch("other/Package.swift"))
  }

  private func found(_ program: String, in folder: String, built: String = "one") -> PackageFolder {
    PackageFolder(program: scratch(program), currentFolder: scratch(folder), built: scratch(built))
  }

  @Test func theCheckoutAroundTheProgramComesFirst() {
    let own = found("two/.build/debug/genbench", in: "one/.build")
    #expect(own.path == scratch("two") && own.origin == .program && own.remark == nil)
  }

  @Test func aCopiedProgramBelongsToTheCurrentFolder() {
    let copied = found("other/bin/genbench", in: "two/.build/debug")
    #expect(copied.path == scratch("two") && copied.origin == .currentFolder && copied.remark == nil)
  }

  @Test func whatItWasBuiltInIsSaid() {
    let far = found("other/bin/genbench", in: "other")
    #expect(far.path == scratch("one") && far.origin == .build && far.remark?.hasSuffix(scratch("one")) == true)
  }

  @Test func withoutAnyTheCurrentFolderStandsIn() {
    let gone = found("other/bin/genbench", in: "other", built: "moved")
    #expect(gone.path == scratch("other") && gone.origin == .nowhere && gone.remark?.contains("no checkout") == true)
  }

  @Test func theseTestsFindTheirOwn() {
    #expect(PackageFolder.path == PackageFolder.sources && PackageFolder.found.remark == nil)
  }
}
