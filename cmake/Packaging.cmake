# SPDX-License-Identifier: EUPL-1.2
# What an installation consists of, and the .deb and .tar.gz made from it:
#   script/build_web && cmake --build --preset release --target package
include(GNUInstallDirs)
install(TARGETS kontor RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(DIRECTORY web/dist/ DESTINATION ${CMAKE_INSTALL_DATADIR}/kontor/web OPTIONAL)
install(DIRECTORY data/ DESTINATION ${CMAKE_INSTALL_DATADIR}/kontor/data)
install(DIRECTORY api/ DESTINATION ${CMAKE_INSTALL_DATADIR}/kontor/api)
install(FILES README.md CHANGELOG.md LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(FILES docs/operations.md docs/user-guide.de.md docs/user-guide.en.md DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(FILES packaging/kontor.service DESTINATION lib/systemd/system)

set(CPACK_GENERATOR DEB TGZ)
set(CPACK_PACKAGE_NAME kontor)
set(CPACK_PACKAGE_VENDOR "Kontor")
set(CPACK_PACKAGE_CONTACT "Kontor <kontor@localhost>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "Partners for innovation clusters, found and explained")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_PACKAGE_DIRECTORY ${CMAKE_BINARY_DIR}/packages)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION net)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# Character maps of PDF files in Chinese, Japanese and Korean.
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS poppler-data)
set(CPACK_DEBIAN_PACKAGE_CONTROL_EXTRA ${CMAKE_SOURCE_DIR}/packaging/postinst ${CMAKE_SOURCE_DIR}/packaging/prerm)
include(CPack)
