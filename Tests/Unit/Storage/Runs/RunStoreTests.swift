import Foundation
import Testing

@testable import Bench
@testable import Judging
@testable import Results
@testable import Storage
@testable import Training

@Suite struct RunStoreTests {
  let scratch: ScratchFolder
  let store: RunStore
  let identity = "00ff12ab"
  let payload = Array("weights, with a\nnewline".utf8)

  init() throws {
    scratch = try ScratchFolder()
    store = RunStore(folder: scratch("runs/kept"))
  }

  func problem(loading identity: String = "00ff12ab") -> RunStoreProblem.Kind? {
    let problem = #expect(throws: RunStoreProblem.self) { try store.load(identity) }
    #expect(problem?.path == store.path(of: identity) && problem?.identity == identity)
    return problem?.kind
  }

  @Test func whatIsKeptIsLoaded() throws {
    #expect(try store.load(identity) == nil)
    #expect(try store.identities().isEmpty)
    for payload in [payload, [], [UInt8](repeating: 10, count: 100_000)] {
      try store.keep(payload, identity)
      #expect(try store.load(identity) == payload)
    }
    #expect(try store.load("00ff12ac") == nil)
  }

  @Test func identitiesAreListedWithoutLeftovers() throws {
    for identity in ["cc", "0a", "ff00"] { try store.keep([1], identity) }
    for name in [".cc.1.0.partial", "notes.txt", "README.run"] {
      try AtomicFile.write([1], to: "\(store.folder)/\(name)")
    }
    #expect(try store.identities() == ["0a", "cc", "ff00"])
  }

  @Test func aFileCutAnywhereIsRefused() throws {
    try store.keep(payload, identity)
    let bytes = try #require(try AtomicFile.read(store.path(of: identity)))
    for length in 0..<bytes.count {
      try AtomicFile.write(Array(bytes[..<length]), to: store.path(of: identity))
      #expect([.truncated, .foreign, .otherIdentity].contains(problem()), "\(length) bytes")
    }
    try AtomicFile.write(bytes + [0], to: store.path(of: identity))
    #expect(problem() == .truncated)
  }

  @Test func everyFlippedBitIsRefused() throws {
    try store.keep(payload, identity)
    let bytes = try #require(try AtomicFile.read(store.path(of: identity)))
    var kinds = Set<RunStoreProblem.Kind>()
    for bit in 0..<bytes.count * 8 {
      var flipped = bytes
      flipped[bit / 8] ^= 1 << (bit % 8)
      // Written in place: the files need not survive a power cut.
      try #require(FileManager.default.createFile(atPath: store.path(of: identity), contents: Foundation.Data(flipped)))
      if let kind = problem() { kinds.insert(kind) }
    }
    #expect(kinds == [.foreign, .otherIdentity, .truncated, .damaged])
  }

  @Test func aRunUnderAnothersNameIsRefused() throws {
    try store.keep(payload, identity)
    try FileManager.default.copyItem(atPath: store.path(of: identity), toPath: store.path(of: "bb"))
    #expect(problem(loading: "bb") == .otherIdentity)
  }

  @Test func aForeignFileIsRefusedByNameAndReplaced() throws {
    try AtomicFile.makeFolder(store.folder)
    for foreign in ["", "{}", "genbench run 2\n00ff12ab\n0\n\n"] {
      try AtomicFile.write(Array(foreign.utf8), to: store.path(of: identity))
      let problem = #expect(throws: RunStoreProblem.self) { try store.load(identity) }
      #expect(problem?.kind == .foreign)
      #expect(problem?.description.contains(store.path(of: identity)) == true)
    }
    try store.keep(payload, identity)
    #expect(try store.load(identity) == payload)
  }

  @Test func aStoreBelowAFileIsAProblem() throws {
    try AtomicFile.write([1], to: scratch("file"))
    let store = RunStore(folder: scratch("file/runs"))
    #expect(throws: FileProblem.self) { try store.keep([1], "aa") }
    #expect(throws: FileProblem.self) { try store.load("aa") }
    #expect(throws: FileProblem.self) { try store.identities() }
  }

  @Test func anIdentityThatIsNoFileNameIsTheCallersBug() async {
    await #expect(processExitsWith: .failure) { _ = RunStore(folder: "runs").path(of: "../../etc/passwd") }
    await #expect(processExitsWith: .failure) { _ = RunStore(folder: "runs").path(of: "AB") }
    await #expect(processExitsWith: .failure) { _ = RunStore(folder: "runs").path(of: "") }
  }

  @Test func twoProcessesMayKeepTheSameRun() async throws {
    let folder = store.folder
    async let one: Void = Self.keepRepeatedly(in: folder, byte: 1)
    async let other: Void = Self.keepRepeatedly(in: folder, byte: 2)
    _ = await (one, other)
    let payload = try #require(try store.load("aa"))
    #expect(payload.count == 50_000 && Set(payload).count == 1)
    #expect(try AtomicFile.names(in: folder) == ["aa.run"])
  }

  static func keepRepeatedly(in folder: String, byte: UInt8) async {
    await #expect(processExitsWith: .success) { [folder = folder as String, byte = byte as UInt8] in
      let store = RunStore(folder: folder)
      for _ in 0..<40 {
        try store.keep([UInt8](repeating: byte, count: 50_000), "aa")
        let payload = try #require(try store.load("aa"))
        #expect(payload.count == 50_000 && Set(payload).count == 1)
      }
    }
  }

  @Test(arguments: [2, 5, 11, 23])
  func aKillAtAnyPointLeavesAWholeRun(milliseconds: UInt32) async throws {
    let folder = store.folder
    try store.keep([UInt8](repeating: 0, count: 300_000), "aa")
    await #expect(processExitsWith: .signal(SIGKILL)) {
      [folder = folder as String, milliseconds = milliseconds as UInt32] in
      Thread.detachNewThread {
        usleep(milliseconds * 1_000)
        kill(getpid(), SIGKILL)
      }
      for round in 1... {
        try RunStore(folder: folder).keep([UInt8](repeating: UInt8(round % 256), count: 300_000), "aa")
      }
    }
    let payload = try #require(try store.load("aa"))
    #expect(payload.count == 300_000 && Set(payload).count == 1)
    #expect(try store.identities() == ["aa"])
  }

  @Test func theChecksumIsSHA256() {
    // The first example of FIPS 180-2.
    #expect(
      Checksum.hexadecimal(of: Array("abc".utf8))
        == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
  }
}
